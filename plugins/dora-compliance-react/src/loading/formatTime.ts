import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const time = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

const date = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeZone: 'UTC',
});

/**
 * A moment for people, always in UTC and saying so.
 *
 * @public
 */
export function formatTime(instant: Instant): string {
  return `${time.format(new Date(instant))} UTC`;
}

/**
 * The day of a moment for people.
 *
 * @public
 */
export function formatDay(instant: Instant): string {
  return date.format(new Date(instant));
}

/**
 * A calendar day for people; it is in no time zone.
 *
 * @public
 */
export function formatCalendarDay(day: Day): string {
  return date.format(new Date(`${day}T00:00:00Z`));
}
