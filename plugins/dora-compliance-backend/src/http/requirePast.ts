import {
  type Instant,
  listManualFields,
  type RecordRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

/** Until when a risk is accepted is the only time that may be yet to come. */
const MAY_BE_AHEAD = ['until'];

/**
 * Nobody has done what is yet to come: a backup of next year would never be too old.
 * Days are those of UTC.
 *
 * @throws Fault that names the field, if a request says so
 */
export function requirePast(
  { type, performedOn, content }: RecordRequest,
  now: Instant,
): void {
  const today = now.slice(0, 10);
  requireUpTo('performedOn', performedOn, `today, ${today} in UTC`, today);
  for (const { name, kind } of listManualFields(type)) {
    const value = content[name];
    if (typeof value === 'string' && !MAY_BE_AHEAD.includes(name)) {
      const field = `content.${name}`;
      if (kind === 'day') {
        requireUpTo(field, value, `today, ${today} in UTC`, today);
      } else if (kind === 'instant') {
        requireUpTo(field, value, `now, ${now}`, now);
      }
    }
  }
}

function requireUpTo(
  field: string,
  value: string,
  latest: string,
  limit: string,
): void {
  if (Date.parse(value) > Date.parse(limit)) {
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: `body.${field}`,
        problem: `must not be after ${latest}`,
      }),
    );
  }
}
