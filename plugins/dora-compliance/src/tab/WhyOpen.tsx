import { Link, Text } from '@backstage/ui';
import type { ControlResultView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Fragment } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { groupByWhy, type OpenStatus, type WhyGroup } from './findWhy';
import styles from './tab.module.css';
import { useTabAddress } from './useTabAddress';

/** How many controls were not assessed or do not apply, and why, in a few words. */
export function WhyOpen(props: {
  results: readonly ControlResultView[];
  status: OpenStatus;
}) {
  const { results, status } = props;
  const { t } = useTranslation();
  const groups = groupByWhy(results, status);
  if (groups.length === 0) {
    return null;
  }
  const amount = groups.reduce((sum, one) => sum + one.controls.length, 0);
  return (
    <div>
      <Text weight="bold">{t(`compliance.count.${status}`, { amount })}</Text>
      <ul className={styles.sentences}>
        {groups.map(group => (
          <li key={group.why}>
            <Text>
              {t(`why.${group.why}`, {
                amount: group.controls.length,
                controls: <Codes group={group} />,
              })}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The codes of the controls. Their titles are below, and for screen readers here. */
function Codes({ group }: { group: WhyGroup }) {
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  return (
    <>
      {group.controls.map(({ control: { id, code, title } }, place) => (
        <Fragment key={id}>
          {/* A comma stays with its code where the line breaks. */}
          <span className={styles.unbroken}>
            <Link
              href={toControl(id)}
              aria-label={t('compliance.control', { code, title })}
            >
              {code}
            </Link>
            {place < group.controls.length - 1 && ','}
          </span>{' '}
        </Fragment>
      ))}
    </>
  );
}
