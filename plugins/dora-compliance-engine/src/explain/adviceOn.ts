import type {
  Control,
  ControlStatus,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { gapAdvice } from './gapAdvice';
import type { AdvisedCode } from './language/AdvisedCode';
import type { GapClosing } from './language/GapClosing';
import type { Language } from './language/Language';

/**
 * What to do about a control that is not satisfied, or nothing. If it could not
 * be assessed, the advice is about the reason, not about the control.
 *
 * @param closing - of the gap that is the reason, if it is one
 */
export function adviceOn(
  language: Language,
  { remediation }: Pick<Control, 'remediation'>,
  { status, reason }: { status: ControlStatus; reason: Reason },
  closing?: GapClosing,
): string | undefined {
  if (status === 'satisfied' || status === 'not-applicable') {
    return undefined;
  }
  if (status !== 'not-assessed') {
    return remediation;
  }
  if (reason.code === 'evidence-gap') {
    return closing ? gapAdvice(language, closing) : undefined;
  }
  return Object.hasOwn(language.advice, reason.code)
    ? language.advice[reason.code as AdvisedCode]
    : remediation;
}
