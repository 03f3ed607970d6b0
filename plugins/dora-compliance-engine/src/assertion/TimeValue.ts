import {
  addDuration,
  type Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A moment or a length of time in an assertion. It may move with the time that
 * the answer is for: `asOf` and what is computed from it do.
 */
export class TimeValue {
  private constructor(
    readonly kind: 'moment' | 'span',
    /** Milliseconds, of a moment since 1970. */
    readonly ms: number,
    /** How many milliseconds it grows in a millisecond: 0, 1 or -1. */
    readonly speed: number,
  ) {
    if (!Number.isFinite(ms)) {
      throw new Error('a time that does not exist');
    }
  }

  /** A moment that stands still. */
  static moment(instant: Instant): TimeValue {
    return new TimeValue('moment', Date.parse(instant), 0);
  }

  /** The time that the answer is for. */
  static asOf(instant: Instant): TimeValue {
    return new TimeValue('moment', Date.parse(instant), 1);
  }

  /** A length of time, such as `P7D`. */
  static span(duration: Duration): TimeValue {
    const epoch = new Date(0).toISOString() as Instant;
    return new TimeValue('span', Date.parse(addDuration(epoch, duration)), 0);
  }

  /**
   * A time as evidence and parameters write it.
   *
   * @throws an Error if it is none
   */
  static from(value: unknown): TimeValue {
    if (value instanceof TimeValue) {
      return value;
    }
    const text = String(value);
    return text.startsWith('P')
      ? TimeValue.span(text as Duration)
      : TimeValue.moment(text as Instant);
  }

  /** What it is in some milliseconds. */
  in(ms: number): number {
    return this.ms + this.speed * ms;
  }

  /** Adds a length of time. */
  plus(other: TimeValue): TimeValue {
    const kind = this.kind === other.kind ? 'span' : 'moment';
    return new TimeValue(kind, this.ms + other.ms, this.speed + other.speed);
  }

  /** Subtracts a length of time, or a moment from a moment. */
  minus(other: TimeValue): TimeValue {
    const kind = this.kind === other.kind ? 'span' : 'moment';
    return new TimeValue(kind, this.ms - other.ms, this.speed - other.speed);
  }

  /**
   * In how many milliseconds it is equal to another value: the answer of a
   * comparison can change then. Undefined if never again.
   */
  meets(other: TimeValue): number | undefined {
    const speed = this.speed - other.speed;
    const distance = other.ms - this.ms;
    if (speed === 0) {
      return undefined;
    }
    const wait = distance / speed;
    return wait >= 0 ? wait : undefined;
  }
}
