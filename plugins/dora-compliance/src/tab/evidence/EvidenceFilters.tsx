import { Select, TextField } from '@backstage/ui';
import {
  EvidenceType,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { nameSource } from '../../sources/useSourceTexts';
import { useTranslation } from '../../translation/useTranslation';
import styles from './assetEvidence.module.css';
import { useEvidenceAddress } from './useEvidenceAddress';
import type { EvidenceOrigin } from './useEvidenceOrigins';

/** Narrows evidence by its type, source, level of proof and time. */
export function EvidenceFilters({
  sources,
}: {
  sources: readonly EvidenceOrigin[];
}) {
  const { t } = useTranslation();
  const { filter, change } = useEvidenceAddress();
  const all = { id: '', label: t('assetEvidence.all') };
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
          ...sources.map(one => ({ id: one.id, label: nameSource(one, t) })),
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
