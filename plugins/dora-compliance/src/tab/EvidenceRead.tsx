import { Text } from '@backstage/ui';
import type { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { nameSource } from '../sources/useSourceTexts';
import { useTranslation } from '../translation/useTranslation';
import styles from './tab.module.css';

type Read = ControlDetailView['reads'][number];

/** The types of evidence that a control reads, and which sources can give each. */
export function EvidenceRead({ reads }: Pick<ControlDetailView, 'reads'>) {
  return (
    <ul className={styles.reads}>
      {reads.map(({ type, sources }) => (
        <li key={type}>
          <code>{type}</code>
          <Origins sources={sources} />
        </li>
      ))}
    </ul>
  );
}

/** A line for each source that gave it, and one for all that could in some way. */
function Origins({ sources }: Pick<Read, 'sources'>) {
  const { t } = useTranslation();
  const never = (state: Read['sources'][number]['state']) =>
    sources
      .filter(one => one.state === state && !one.lastAt)
      .map(one => nameSource(one, t));
  const [connected, others] = [never('connected'), never('not-connected')];
  return (
    <>
      {sources.map(
        source =>
          source.lastAt && (
            <Line key={source.id} isSeen={source.state === 'seen'}>
              {t(
                source.state === 'seen'
                  ? 'compliance.origin.seen'
                  : 'compliance.origin.was-connected',
                {
                  source: nameSource(source, t),
                  time: <RelativeTime instant={source.lastAt} />,
                },
              )}
            </Line>
          ),
      )}
      {connected.length > 0 && (
        <Line>{t('compliance.origin.connected', { sources: connected })}</Line>
      )}
      {others.length > 0 && (
        <Line>{t('compliance.origin.not-connected', { sources: others })}</Line>
      )}
      {sources.length === 0 && <Line>{t('compliance.origin.none')}</Line>}
    </>
  );
}

function Line(props: { isSeen?: boolean; children: ReactNode }) {
  const { isSeen = false } = props;
  return (
    <div className={styles.origin}>
      <span aria-hidden className={isSeen ? styles.seen : undefined}>
        {isSeen ? '●' : '○'}
      </span>
      <Text color={isSeen ? 'primary' : 'secondary'}>{props.children}</Text>
    </div>
  );
}
