import { useTranslation } from '../translation/useTranslation';
import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './PanelProps';

/** Documents from which nothing could be read. */
export function RejectedPanel(props: PanelProps) {
  const { t } = useTranslation();
  return (
    <FlawedPanel
      {...props}
      state="rejected"
      empty={
        <Nothing title={t('sourceAction.rejected.none')}>
          {t('sourceAction.rejected.noneExplanation')}
        </Nothing>
      }
    />
  );
}
