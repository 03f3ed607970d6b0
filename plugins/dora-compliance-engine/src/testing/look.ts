import type {
  Control,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { evaluateControls } from '../evaluate/evaluateControl';
import { lookAhead } from '../outlook/lookAhead';
import { asset } from './story';

/** What time alone will do to a control. */
export function look(
  control: Control,
  evidence: readonly Evidence[],
  asOf: Instant,
) {
  const compiled = compileControl(control);
  const input = {
    asset,
    evidence,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
  };
  const [timed] = evaluateControls([compiled], input);
  const { expiry, noticeAt } = lookAhead(compiled, input, timed!);
  return {
    status: timed!.assessment.status,
    noticeAt,
    at: expiry?.at,
    why: expiry?.reason.code,
  };
}
