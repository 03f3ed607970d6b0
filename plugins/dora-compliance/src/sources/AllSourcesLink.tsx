import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useLocation } from 'react-router-dom';
import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** A link from one source back to all sources. */
export function AllSourcesLink() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Link href={pathname} className={styles.back}>
      <RiArrowLeftLine size={16} aria-hidden /> {t('source.all')}
    </Link>
  );
}
