import { Text } from '@backstage/ui';
import type { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { nameSource } from '../sources/useSourceTexts';
import { useTranslation } from '../translation/useTranslation';
import styles from './tab.module.css';

type Read = ControlDetailView['reads'][number];

/** The types of evidence that a control reads, and which sources can give each. */
export function EvidenceRead({ reads }: Pick<ControlDetailView, 'reads'>) {
  const { t } = useTranslation();
  return (
    <ul className={styles.reads}>
      {reads.map(({ type, sources }) => (
        <li key={type}>
          <code>{type}</code>
          {sources.length === 0 && (
            <Text color="secondary">{t('compliance.origin.none')}</Text>
          )}
          {sources.map(source => (
            <Origin key={source.id} source={source} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Origin({ source }: { source: Read['sources'][number] }) {
  const { state, lastAt } = source;
  const { t } = useTranslation();
  const params = {
    source: nameSource(source, t),
    time: lastAt ? <RelativeTime instant={lastAt} /> : '',
  };
  return (
    <div className={styles.origin} data-state={state}>
      <span aria-hidden>{state === 'seen' ? '●' : '○'}</span>
      <Text color={state === 'seen' ? 'primary' : 'secondary'}>
        {t(`compliance.origin.${nameState(state, lastAt)}`, params)}
      </Text>
    </div>
  );
}

function nameState(state: Read['sources'][number]['state'], lastAt?: string) {
  return state === 'not-connected' && lastAt ? 'was-connected' : state;
}
