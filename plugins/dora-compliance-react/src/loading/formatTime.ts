import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const date = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeZone: 'UTC',
});

/**
 * A moment for people, in the time zone of the reader, which it names.
 *
 * @param timeZone - another time zone than the one of the reader
 * @public
 */
export function formatTime(instant: Instant, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));
}

/**
 * A calendar day for people; it is in no time zone.
 *
 * @public
 */
export function formatCalendarDay(day: Day): string {
  return date.format(new Date(`${day}T00:00:00Z`));
}
