import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { EvidenceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  EvidenceItem,
  RelativeTime,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../../failure/Failure';
import { LoadMore } from '../../loading/LoadMore';
import { Loading } from '../../loading/Loading';
import { nameSource } from '../../sources/useSourceTexts';
import { useTranslation } from '../../translation/useTranslation';
import styles from './assetEvidence.module.css';
import { EvidenceFilters } from './EvidenceFilters';
import { type EvidenceOrigin, useEvidenceOrigins } from './useEvidenceOrigins';
import { useEvidenceAddress } from './useEvidenceAddress';

const PAGE = 25;

/** All evidence about an asset, latest first, narrowed by filters. */
export function EvidenceBrowser({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { filter } = useEvidenceAddress();
  const pages = useLive(
    usePages(`${entityRef} ${JSON.stringify(filter)}`, cursor =>
      api.listEvidence(entityRef, {
        ...filter,
        limit: PAGE,
        ...(cursor && { cursor }),
      }),
    ),
  );
  const { items, error, reload } = pages;
  const isNarrowed = Object.keys(filter).length > 0;
  const origins = useEvidenceOrigins([
    ...(items ?? []).map(({ sourceId }) => sourceId),
    ...(filter.sourceId ? [filter.sourceId] : []),
  ]);
  return (
    <>
      <EvidenceFilters sources={origins} />
      {error && (
        <Failure
          what={{ title: t('assetEvidence.notLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {!items && !error && <Loading blocks={[48, 48, 48]} />}
      {items?.length === 0 && (
        <Text>
          {t(isNarrowed ? 'assetEvidence.noneSuch' : 'assetEvidence.none')}
        </Text>
      )}
      {items && items.length > 0 && (
        <ol className={styles.list} aria-label={t('assetEvidence.title')}>
          {items.map(item => (
            <Piece
              key={item.id}
              entityRef={entityRef}
              item={item}
              origin={origins.find(({ id }) => id === item.sourceId)}
            />
          ))}
        </ol>
      )}
      <LoadMore pages={pages} />
    </>
  );
}

function Piece(props: {
  entityRef: string;
  item: EvidenceView;
  origin: EvidenceOrigin | undefined;
}) {
  const { entityRef, item, origin = { id: item.sourceId } } = props;
  const { t } = useTranslation();
  return (
    <li>
      <EvidenceItem
        entityRef={entityRef}
        document={{ digest: item.document.digest, evidence: [item] }}
      />
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.facts}
      >
        <code>{item.type}</code>
        <span>{nameSource(origin, t)}</span>
        <span>{t(`assetEvidence.level.${item.verification}`)}</span>
        <RelativeTime instant={item.observedAt} />
      </Text>
    </li>
  );
}
