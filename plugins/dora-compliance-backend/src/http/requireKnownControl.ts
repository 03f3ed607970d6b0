import {
  nearestName,
  type RecordRequest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

/**
 * A risk of a control that does not exist would be accepted and change nothing, and
 * nobody would notice.
 *
 * @throws Fault that names the field, if there is no such control or requirement
 */
export function requireKnownControl(
  { type, content: { control, requirement } }: RecordRequest,
  controls: ControlCatalogue,
): void {
  if (type !== 'risk-accepted') {
    return;
  }
  const found = controls.get(String(control))?.control;
  requireName('control', control, {
    what: 'a control',
    known: [...controls.keys()],
  });
  if (found && requirement !== undefined) {
    requireName('requirement', requirement, {
      what: `a requirement of ${found.id}`,
      known: found.assess.map(({ id }) => id),
    });
  }
}

function requireName(
  field: string,
  given: unknown,
  { what, known }: { what: string; known: readonly string[] },
): void {
  const name = String(given);
  if (!known.includes(name)) {
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: `body.content.${field}`,
        problem: `must be the id of ${what}, such as ${
          nearestName(name, known) ?? known[0]
        }`,
      }),
    );
  }
}
