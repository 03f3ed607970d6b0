import type {
  ControlView,
  Criticality,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

/** How serious a finding is, for each level of criticality if they differ. */
export function describeSeverity(
  severity: ControlView['severity'],
  t: Translate,
): string {
  const name = (level: Criticality) =>
    t(`controls.severity.${severity[level]}`);
  const levels = {
    critical: name('critical-or-important'),
    important: name('important'),
    standard: name('standard'),
  };
  return new Set(Object.values(levels)).size === 1
    ? t('controls.severity.same', { severity: levels.critical })
    : t('controls.severity.byLevel', levels);
}
