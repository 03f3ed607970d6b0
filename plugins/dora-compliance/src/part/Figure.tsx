import { Text } from '@backstage/ui';
import { Link } from 'react-router-dom';
import { useTranslation } from '../translation/useTranslation';
import styles from './part.module.css';
import { useInventoryLink } from './useInventoryLink';

/** A number of assets, which leads to the list of them. */
export function Figure(props: {
  name: string;
  amount: number;
  filter: Record<string, string>;
}) {
  const { name, amount, filter } = props;
  const { t } = useTranslation();
  const toInventory = useInventoryLink();
  const number = t('number', { value: amount });
  return (
    <li>
      {toInventory ? (
        <Link
          to={toInventory(filter)}
          className={styles.number}
          aria-label={t('part.figure', { number, name })}
        >
          {number}
        </Link>
      ) : (
        <span className={styles.number}>{number}</span>
      )}
      <Text>{name}</Text>
    </li>
  );
}
