import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each unit, and the shortest distance for which it is used. */
const DISTANCES = [
  ['year', 365 * DAY, 2 * 365 * DAY],
  ['month', 30 * DAY, 60 * DAY],
  ['day', DAY, DAY],
  ['hour', HOUR, HOUR],
  ['minute', MINUTE, MINUTE],
] as const;

const LENGTHS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

const ISO =
  /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;
const ISO_UNITS = [
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
] as const;

/**
 * Formats times in the language of the app.
 *
 * @public
 */
export type TimeFormat = {
  /**
   * The distance from `now` in its greatest whole unit: `3 hours ago`. Months
   * and years are used from two of them on, so that little is rounded off.
   */
  formatAgo: (instant: Instant, now: number) => string;
  /** Date and time in the time zone of the reader, with its name. */
  formatTime: (instant: Instant) => string;
  /** A calendar day, which has no time zone. */
  formatDay: (day: Day) => string;
  /** An ISO 8601 duration: `2 hr 30 min`. Other text is not changed. */
  formatDuration: (duration: string) => string;
  /**
   * A length of time in its two greatest units: `1 day 2 hr`. The rest is cut
   * off, not rounded.
   */
  formatMilliseconds: (milliseconds: number) => string;
};

/** Makes the formats for one language. */
export function createTimeFormat(t: Translate): TimeFormat {
  return {
    formatAgo: (instant, now) => {
      const distance = new Date(instant).getTime() - now;
      const unit = DISTANCES.find(([, , from]) => Math.abs(distance) >= from);
      return unit
        ? t(`time.ago.${unit[0]}`, { amount: Math.trunc(distance / unit[1]) })
        : t('time.justNow');
    },
    formatTime: instant => t('time.exact', { moment: new Date(instant) }),
    formatDay: day => t('time.day', { moment: new Date(`${day}T00:00:00Z`) }),
    formatDuration: duration => {
      const parts = ISO.exec(duration)
        ?.slice(1)
        .flatMap((amount, index) =>
          amount
            ? [
                t(`time.length.${ISO_UNITS[index]!}`, {
                  amount: Number(amount),
                }),
              ]
            : [],
        );
      return parts?.join(' ') || duration;
    },
    formatMilliseconds: milliseconds => formatLength(milliseconds, t),
  };
}

function formatLength(milliseconds: number, t: Translate): string {
  const sign = milliseconds < 0 ? '-' : '';
  const first = LENGTHS.findIndex(([, size]) => Math.abs(milliseconds) >= size);
  if (first === -1) {
    return t('time.length.millisecond', { amount: Math.round(milliseconds) });
  }
  let rest = Math.abs(milliseconds);
  const parts = LENGTHS.slice(first, first + 2).flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [t(`time.length.${unit}`, { amount })] : [];
  });
  return `${sign}${parts.join(' ')}`;
}
