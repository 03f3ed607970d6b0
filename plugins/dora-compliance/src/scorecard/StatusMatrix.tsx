import { Text } from '@backstage/ui';
import {
  PIPELINE_TYPE,
  type ScorecardAsset,
  type ScorecardControl,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { addressOfResult } from './addressOfResult';
import { useGridKeys } from './useGridKeys';
import { useShare } from './useShare';
import styles from './scorecard.module.css';

/**
 * A row for each asset and a column for each control. The table has one stop for the
 * Tab key; arrow keys move within it.
 */
export function StatusMatrix(props: {
  controls: readonly ScorecardControl[];
  items: readonly ScorecardAsset[];
}) {
  const { controls, items } = props;
  const { t } = useTranslation();
  const grid = useGridKeys();
  const help = useId();
  return (
    <div>
      <Text id={help} variant="body-small" color="secondary">
        {t('scorecard.matrixHelp')}
      </Text>
      <div
        className={styles.scroll}
        role="region"
        aria-label={t('scorecard.matrix')}
        aria-describedby={help}
      >
        <table className={styles.matrix} {...grid.table}>
          <thead>
            <tr>
              <th scope="col">{t('scorecard.asset')}</th>
              <th scope="col">{t('scorecard.coverage')}</th>
              <th scope="col">{t('scorecard.compliance')}</th>
              {controls.map(({ id, code, title }) => (
                <th key={id} scope="col" title={title}>
                  <span className={styles.code}>{code}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              <Row key={item.entityRef} {...{ item, row, controls, grid }} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row(props: {
  item: ScorecardAsset;
  row: number;
  controls: readonly ScorecardControl[];
  grid: ReturnType<typeof useGridKeys>;
}) {
  const { item, row, controls, grid } = props;
  const { t } = useTranslation();
  const describe = useShare();
  const toAddress = useEntityAddress();
  const { t: shared } = useSharedTranslation();
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          <EntityTitleLink
            entityRef={item.entityRef}
            title={item.title}
            weight="bold"
          />
          <CriticalityBadge level={item.criticality} />
          {item.type?.toLowerCase() === PIPELINE_TYPE && (
            <Text variant="body-small" color="secondary">
              {t('organization.pipeline')}
            </Text>
          )}
        </span>
      </th>
      <td className={styles.share}>{describe(item.score.coverage)}</td>
      <td className={styles.share}>{describe(item.score.compliance)}</td>
      {controls.map(({ id, code, title }, column) => {
        const status = item.results[id] ?? 'not-assessed';
        const name = t('scorecard.cell', {
          asset: item.title,
          code,
          title,
          status: shared(`status.${status}`),
        });
        return (
          <td key={id}>
            <Link
              to={addressOfResult(toAddress(item.entityRef), id)}
              className={styles.cell}
              aria-label={name}
              title={name}
              {...grid.cell(row, column)}
            >
              <StatusBadge status={status} isCompact />
            </Link>
          </td>
        );
      })}
    </tr>
  );
}
