import { useTranslation } from '../translation/useTranslation';
import { FlawedPanel } from './FlawedPanel';
import { Nothing } from './Nothing';
import type { PanelProps } from './PanelProps';

/** Documents of which only a part could be read. */
export function PartialPanel(props: PanelProps) {
  const { t } = useTranslation();
  return (
    <FlawedPanel
      {...props}
      state="partial"
      empty={
        <Nothing title={t('sourceAction.partial.none')}>
          {t('sourceAction.partial.noneExplanation')}
        </Nothing>
      }
    />
  );
}
