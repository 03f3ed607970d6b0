import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ComponentType } from 'react';
import { Helmet } from 'react-helmet';
import { AllSourcesLink } from './AllSourcesLink';
import { BackfillsPanel } from './BackfillsPanel';
import { GapsPanel } from './GapsPanel';
import type { PanelProps } from './PanelProps';
import { PartialPanel } from './PartialPanel';
import { RejectedPanel } from './RejectedPanel';
import { SourceFacts } from './SourceFacts';
import { SourceHeader } from './SourceList';
import styles from './sources.module.css';
import { nameOf } from './sourceWords';
import { TargetsPanel } from './TargetsPanel';
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

/** One source: its figures, what is wrong with it, and what can be done. */
export function SourceDetail(
  props: PanelProps & {
    /** Whether the reader opened it just now: its heading takes the focus. */
    hasFocus: boolean;
  },
) {
  const { source, onChange, hasFocus } = props;
  const { tab, showTab } = useSourcesAddress();
  const titles = titlesOf(source);
  return (
    <Flex direction="column" gap="4">
      <Helmet title={nameOf(source)} />
      <AllSourcesLink />
      <section className={styles.card} aria-label={nameOf(source)}>
        <SourceHeader source={source} hasFocus={hasFocus}>
          {nameOf(source)}
        </SourceHeader>
        <SourceFacts source={source} />
      </section>
      <Tabs
        selectedKey={tab}
        onSelectionChange={to => showTab(to as SourceTab)}
      >
        <div className={styles.tabs}>
          <TabList aria-label={`Parts of ${nameOf(source)}`}>
            {sourceTabs.map(name => (
              <Tab key={name} id={name}>
                {titles[name]}
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

function titlesOf(source: SourceView): Record<SourceTab, string> {
  const { documents, openGaps, targets } = source;
  const counted = (title: string, count: number) =>
    count > 0 ? `${title} (${count.toLocaleString('en-US')})` : title;
  return {
    rejected: counted('Rejected', documents?.all.rejected ?? 0),
    partial: counted('Partial', documents?.all.partial ?? 0),
    gaps: counted('Gaps', openGaps),
    targets: counted('Targets', targets.all),
    backfills: 'Backfills',
  };
}
