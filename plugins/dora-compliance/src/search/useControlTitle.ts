import { useLanguage } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

/** Whether the app is in German, so that the German texts of a document are shown. */
export function useGerman(): boolean {
  return useLanguage().startsWith('de');
}

/** The code and the title of a control, in the language of the app. */
export function useControlTitle(control: {
  code: string;
  controlTitle: string;
  controlTitleDe: string;
}): string {
  const { t } = useTranslation();
  const isGerman = useGerman();
  const { code, controlTitle, controlTitleDe } = control;
  return t('action.control', {
    code,
    title: isGerman ? controlTitleDe : controlTitle,
  });
}
