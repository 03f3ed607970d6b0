import { Link, Text } from '@backstage/ui';
import type { ComplianceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Fragment } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './summary.module.css';

/** The controls of one status by name; nothing if there are none. */
export function NamedControls(props: {
  view: ComplianceView;
  status: 'not-satisfied' | 'not-assessed';
  /** The address of a control; without it, names are no links. */
  toHref?: (controlId: string) => string;
}) {
  const { view, status, toHref } = props;
  const { t } = useTranslation();
  const named = view.areas
    .flatMap(({ controls }) => controls)
    .filter(result => result.status === status);
  if (named.length === 0) {
    return null;
  }
  const controls = named.map(({ control: { id, code, title } }, index) => {
    const name = t('compliance.control', { code, title });
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        {toHref ? (
          <Link href={toHref(id)} className={styles.name}>
            {name}
          </Link>
        ) : (
          name
        )}
      </Fragment>
    );
  });
  return (
    <Text>
      {t(`compliance.named.${status}`, { controls: <>{controls}</> })}
    </Text>
  );
}
