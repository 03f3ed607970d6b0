import { Select, TextField } from '@backstage/ui';
import {
  EvidenceType,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useApi } from '@backstage/core-plugin-api';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { nameSource } from '../../sources/useSourceTexts';
import { useTranslation } from '../../translation/useTranslation';
import styles from './assetEvidence.module.css';
import { useEvidenceAddress } from './useEvidenceAddress';

/** Narrows evidence by its type, source, level of proof and time. */
export function EvidenceFilters({ sources }: { sources: readonly string[] }) {
  const { t } = useTranslation();
  const { filter, change } = useEvidenceAddress();
  const all = { id: '', label: t('assetEvidence.all') };
  const ids = useSourceIds([
    ...sources,
    ...(filter.sourceId ? [filter.sourceId] : []),
  ]);
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        label={t('assetEvidence.filter.type')}
        value={filter.type ?? ''}
        onChange={value => change('type', String(value ?? ''))}
        options={[all, ...EvidenceType.options.map(id => ({ id, label: id }))]}
      />
      <Select
        size="small"
        label={t('assetEvidence.filter.source')}
        value={filter.sourceId ?? ''}
        onChange={value => change('source', String(value ?? ''))}
        options={[
          all,
          ...ids.map(id => ({ id, label: nameSource({ id }, t) })),
        ]}
      />
      <Select
        size="small"
        label={t('assetEvidence.filter.level')}
        value={filter.verification ?? ''}
        onChange={value => change('level', String(value ?? ''))}
        options={[
          all,
          ...Verification.options.map(id => ({
            id,
            label: t(`assetEvidence.level.${id}`),
          })),
        ]}
      />
      <TextField
        size="small"
        type={'date' as 'text'}
        label={t('assetEvidence.filter.from')}
        value={filter.from ?? ''}
        onChange={value => change('from', value)}
      />
      <TextField
        size="small"
        type={'date' as 'text'}
        label={t('assetEvidence.filter.to')}
        value={filter.to ?? ''}
        onChange={value => change('to', value)}
      />
    </div>
  );
}

/**
 * All sources, or those that are known anyway: not everybody who may read an asset may
 * read the list of sources.
 */
function useSourceIds(known: readonly string[]): string[] {
  const api = useApi(doraComplianceApiRef);
  const { value } = useLoaded('sources', () => api.listSources());
  const listed = value?.items.map(({ id }) => id) ?? [];
  return [...new Set([...listed, ...known])].sort();
}
