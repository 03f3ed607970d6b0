import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useLocation } from 'react-router-dom';
import styles from './sources.module.css';

/** The way back from one source to all of them. */
export function AllSourcesLink() {
  const { pathname } = useLocation();
  return (
    <Link href={pathname} className={styles.back}>
      <RiArrowLeftLine size={16} aria-hidden /> All evidence sources
    </Link>
  );
}
