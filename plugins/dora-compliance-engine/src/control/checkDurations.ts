import {
  addDuration,
  type Control,
  Criticality,
  Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ControlProblem } from './ControlProblem';

/** Nobody keeps evidence for longer, and dates far from now do not exist. */
const LONGEST = 'P20Y' as Duration;

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant;

/**
 * Checks the lengths of time that a control declares in its populations and its
 * parameters.
 *
 * @throws a ControlProblem that names the field of one that is too long
 */
export function checkDurations({
  population,
  assess,
  parameters = {},
}: Control): void {
  checkFields('population', population);
  assess.forEach(({ population: own = {} }, place) =>
    checkFields(`assess.${place}.population`, own),
  );
  for (const [name, parameter] of Object.entries(parameters)) {
    for (const level of Criticality.options) {
      requireBounded(`parameters.${name}.${level}`, parameter[level]);
    }
  }
}

function checkFields(field: string, fields: object): void {
  for (const [name, value] of Object.entries(fields)) {
    requireBounded(`${field}.${name}`, value);
  }
}

/** @throws a ControlProblem if a value is a length of time that is too long */
export function requireBounded(field: string, value: unknown): void {
  const { data: duration } = Duration.safeParse(value);
  if (duration && !isBounded(duration)) {
    throw new ControlProblem(
      field,
      `${duration} is longer than 20 years; write at most ${LONGEST}`,
    );
  }
}

/** Whether a length of time is at most twenty years. */
export function isBounded(duration: Duration): boolean {
  try {
    const end = Date.parse(addDuration(EPOCH, duration));
    return end <= Date.parse(addDuration(EPOCH, LONGEST));
  } catch {
    // There is no instant so far away.
    return false;
  }
}
