import { Link, Text } from '@backstage/ui';
import {
  SourceState,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { SourceStateBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useFocus } from '../focus/useFocus';
import { SourceFacts } from './SourceFacts';
import styles from './sources.module.css';
import { isOff, kindWords, nameOf } from './sourceWords';
import { addressOfSource } from './useSourcesAddress';

/** All evidence sources, those that need somebody first. */
export function SourceList(props: {
  sources: readonly SourceView[];
  /** The source that the reader comes back from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { sources, cameFrom } = props;
  if (sources.length === 0) {
    return (
      <div className={styles.empty}>
        <Text weight="bold">No evidence source is installed</Text>
        <Text>
          Install the backend module of a CI system, such as
          dora-compliance-backend-module-github, and configure it under
          doraCompliance. It is listed here after a restart of the backend.
        </Text>
      </div>
    );
  }
  return (
    <ul className={styles.cards} aria-label="Evidence sources">
      {[...sources].sort(graveFirst).map(source => (
        <li key={source.id} className={styles.card}>
          <SourceHeader source={source}>
            <SourceLink source={source} hasFocus={source.id === cameFrom} />
          </SourceHeader>
          {(!isOff(source) || (source.documents?.all.received ?? 0) > 0) && (
            <SourceFacts source={source} />
          )}
        </li>
      ))}
    </ul>
  );
}

function SourceLink(props: { source: SourceView; hasFocus: boolean }) {
  const { source, hasFocus } = props;
  const link = useFocus<HTMLAnchorElement>(hasFocus);
  return (
    <Link href={addressOfSource(source.id)} weight="bold" ref={link}>
      {nameOf(source)}
    </Link>
  );
}

/** The name of a source with its state, and why it is so. */
export function SourceHeader(props: {
  source: SourceView;
  hasFocus?: boolean;
  children: React.ReactNode;
}) {
  const { source, hasFocus = false, children } = props;
  const heading = useFocus<HTMLHeadingElement>(hasFocus);
  return (
    <div className={styles.header}>
      <div className={styles.title}>
        <Text as="h2" variant="title-x-small" ref={heading} tabIndex={-1}>
          {children}
        </Text>
        <SourceStateBadge state={source.state} />
        {!isOff(source) && (
          <Text variant="body-small" color="secondary">
            {kindWords(source.kinds)}
          </Text>
        )}
      </div>
      <Text>{source.reason.sentence}</Text>
      {source.notices?.map(notice => (
        <Text key={notice} className={styles.doubtful}>
          {notice}
        </Text>
      ))}
    </div>
  );
}

function graveFirst(one: SourceView, other: SourceView): number {
  const gravity = SourceState.options;
  return gravity.indexOf(one.state) - gravity.indexOf(other.state);
}
