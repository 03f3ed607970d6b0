import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ComponentType } from 'react';
import { Helmet } from 'react-helmet';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { AllSourcesLink } from './AllSourcesLink';
import { BackfillsPanel } from './BackfillsPanel';
import { GapsPanel } from './GapsPanel';
import type { PanelProps } from './PanelProps';
import { PartialPanel } from './PartialPanel';
import { RejectedPanel } from './RejectedPanel';
import { SourceFacts } from './SourceFacts';
import { SourceHeader } from './SourceList';
import styles from './sources.module.css';
import { TargetsPanel } from './TargetsPanel';
import { nameSource } from './useSourceTexts';
import {
  type SourceTab,
  sourceTabs,
  useSourcesAddress,
} from './useSourcesAddress';

const panels: Readonly<Record<SourceTab, ComponentType<PanelProps>>> = {
  rejected: RejectedPanel,
  partial: PartialPanel,
  gaps: GapsPanel,
  targets: TargetsPanel,
  backfills: BackfillsPanel,
};

/** One source: its figures, problems and actions. */
export function SourceDetail(
  props: PanelProps & {
    /** Whether the reader just opened it: its heading takes the focus. */
    hasFocus: boolean;
  },
) {
  const { source, onChange, hasFocus } = props;
  const { t } = useTranslation();
  const { tab, showTab } = useSourcesAddress();
  return (
    <Flex direction="column" gap="4">
      <Helmet title={nameSource(source, t)} />
      <AllSourcesLink />
      <section className={styles.card} aria-label={nameSource(source, t)}>
        <SourceHeader source={source} hasFocus={hasFocus}>
          {nameSource(source, t)}
        </SourceHeader>
        <SourceFacts source={source} />
      </section>
      <Tabs
        selectedKey={tab}
        onSelectionChange={to => showTab(to as SourceTab)}
      >
        <div className={styles.tabs}>
          <TabList
            aria-label={t('source.parts', { source: nameSource(source, t) })}
          >
            {sourceTabs.map(name => (
              <Tab key={name} id={name}>
                {titleTab(name, source, t)}
              </Tab>
            ))}
          </TabList>
        </div>
        {sourceTabs.map(name => {
          const Panel = panels[name];
          return (
            <TabPanel key={name} id={name}>
              <Panel source={source} onChange={onChange} />
            </TabPanel>
          );
        })}
      </Tabs>
    </Flex>
  );
}

function titleTab(name: SourceTab, source: SourceView, t: Translate): string {
  const { documents, openGaps, targets } = source;
  const amount = {
    rejected: documents?.all.rejected ?? 0,
    partial: documents?.all.partial ?? 0,
    gaps: openGaps,
    targets: targets.all,
    backfills: 0,
  }[name];
  const tab = t(`source.tab.${name}`);
  return amount > 0
    ? t('source.tabCount', { tab, amount: t('number', { value: amount }) })
    : tab;
}
