import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { ComplianceCell } from './ComplianceCell';

/**
 * A column with the worst status of each ICT asset and how many controls ask for work,
 * for the table of the catalog; empty for entities that are not ICT assets. All rows
 * that are shown take one request. The rows can't be sorted by it: the catalog sorts
 * pages, and does not know the scores.
 *
 * @public
 */
export function createComplianceColumn<
  T extends { entity: Entity },
>(): TableColumn<T> {
  return {
    title: <Title />,
    width: 'auto',
    sorting: false,
    render: ({ entity }) => <ComplianceCell entity={entity} />,
  };
}

function Title() {
  const { t } = useTranslation();
  return <>{t('catalog.compliance')}</>;
}
