import { Link } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import { useLensAddress } from './useLensAddress';

/** The way to the page about the areas; nothing if the controls are switched off. */
export function LensLink() {
  const { t } = useTranslation();
  const address = useLensAddress();
  return address ? <Link href={address}>{t('lens.link')}</Link> : null;
}
