import { Link } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import { useControlAddress } from './useControlAddress';

/** The way to the page of a control; nothing if that page is switched off. */
export function AboutControl({ controlId }: { controlId: string }) {
  const { t } = useTranslation();
  const toControl = useControlAddress();
  return toControl ? (
    <Link href={toControl(controlId)}>{t('controls.about')}</Link>
  ) : null;
}
