import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import type {
  EvidenceOrigin,
  SourceState,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  SourceStateBadge,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { sourcesRouteRef } from '../routes';
import { nameSource } from '../sources/useSourceTexts';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './controls.module.css';

type States = ReadonlyMap<string, SourceState>;

/** What a control reads, and which sources give it, could give it, or that none can. */
export function EvidenceGivers(props: { reads: readonly EvidenceOrigin[] }) {
  const { t } = useTranslation();
  const states = useSourceStates();
  const toSources = useRouteOrNone(sourcesRouteRef);
  return (
    <>
      <ul className={tab.reads}>
        {props.reads.map(({ type, sources }) => (
          <li key={type}>
            <code>{type}</code>
            <Givers sources={sources} states={states} />
          </li>
        ))}
      </ul>
      {toSources && <Link href={toSources()}>{t('source.list')}</Link>}
    </>
  );
}

function Givers(props: { sources: EvidenceOrigin['sources']; states: States }) {
  const { sources, states } = props;
  const { t } = useTranslation();
  const connected = sources.filter(one => one.state !== 'not-connected');
  const others = sources.filter(one => one.state === 'not-connected');
  return (
    <>
      {connected.map(source => {
        const state = states.get(source.id);
        return (
          <div key={source.id} className={styles.origin}>
            <Text>
              {t('controls.gives', { source: nameSource(source, t) })}
            </Text>
            {state && <SourceStateBadge state={state} />}
          </div>
        );
      })}
      {others.length > 0 && (
        <div className={styles.origin}>
          <Text color="secondary">
            {t('compliance.origin.not-connected', {
              sources: others.map(one => nameSource(one, t)),
            })}
          </Text>
        </div>
      )}
      {sources.length === 0 && (
        <div className={styles.origin}>
          <Text color="secondary">{t('compliance.origin.none')}</Text>
        </div>
      )}
    </>
  );
}

/** The state of each source; none for readers who may not see the sources. */
function useSourceStates(): States {
  const api = useApi(doraComplianceApiRef);
  const { value } = useLoaded('sources.states', () => api.listSources());
  return new Map(value?.items.map(({ id, state }) => [id, state]));
}
