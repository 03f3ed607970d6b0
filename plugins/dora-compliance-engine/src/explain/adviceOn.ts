import type {
  Control,
  ControlStatus,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { adviceSentences } from './adviceSentences';
import { gapAdvice } from './gapAdvice';
import type { GapClosing } from './GapClosing';

/**
 * What to do about a control that is not satisfied, or nothing. When it could
 * not be assessed the advice is about the reason, not about the control.
 *
 * @public
 */
export function adviceOn(
  { remediation }: Pick<Control, 'remediation'>,
  { status, reason }: { status: ControlStatus; reason: Reason },
  /** Of the gap that is the reason, if it is one. */
  closing?: GapClosing,
): string | undefined {
  if (status === 'satisfied' || status === 'not-applicable') {
    return undefined;
  }
  if (status !== 'not-assessed') {
    return remediation;
  }
  if (reason.code === 'evidence-gap') {
    return closing ? gapAdvice(closing) : undefined;
  }
  return Object.hasOwn(adviceSentences, reason.code)
    ? adviceSentences[reason.code]?.(reason.params)
    : remediation;
}
