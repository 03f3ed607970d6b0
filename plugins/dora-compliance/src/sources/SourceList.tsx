import { Link, Text } from '@backstage/ui';
import {
  SourceState,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { SourceStateBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useFocus } from '../focus/useFocus';
import { GuideLink } from '../page/GuideLink';
import { useTranslation } from '../translation/useTranslation';
import { NoCiEvidence } from './NoCiEvidence';
import { SourceFacts } from './SourceFacts';
import styles from './sources.module.css';
import { addressOfSource } from './useSourcesAddress';
import {
  hasEvidenceOfCi,
  isOff,
  nameSource,
  useSourceTexts,
} from './useSourceTexts';

/** All evidence sources, the most severe state first. */
export function SourceList(props: {
  sources: readonly SourceView[];
  /** The source that the reader returns from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { sources, cameFrom } = props;
  const { t } = useTranslation();
  if (sources.length === 0) {
    return (
      <div className={styles.empty}>
        <Text weight="bold">{t('source.noneInstalled')}</Text>
        <Text>{t('source.noneInstalledExplanation')}</Text>
        <GuideLink guide="install" />
      </div>
    );
  }
  return (
    <>
      {!sources.some(hasEvidenceOfCi) && <NoCiEvidence />}
      <ul className={styles.cards} aria-label={t('source.list')}>
        {[...sources].sort(bySeverity).map(source => (
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
    </>
  );
}

function SourceLink(props: { source: SourceView; hasFocus: boolean }) {
  const { source, hasFocus } = props;
  const { t } = useTranslation();
  const link = useFocus<HTMLAnchorElement>(hasFocus);
  return (
    <Link href={addressOfSource(source.id)} weight="bold" ref={link}>
      {nameSource(source, t)}
    </Link>
  );
}

/** The name of a source, its state, and the reason for it. */
export function SourceHeader(props: {
  source: SourceView;
  hasFocus?: boolean;
  children: React.ReactNode;
}) {
  const { source, hasFocus = false, children } = props;
  const { describeKinds } = useSourceTexts();
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
            {describeKinds(source.kinds)}
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

function bySeverity(one: SourceView, other: SourceView): number {
  const order = SourceState.options;
  return order.indexOf(one.state) - order.indexOf(other.state);
}
