import { Text } from '@backstage/ui';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { describeNode } from './describeNode';
import styles from './graph.module.css';
import { joinLinks } from './joinLinks';
import { splitAround } from './splitAround';

type Node = AssetGraphView['nodes'][number];

/** The graph around an asset as lists, for narrow screens. */
export function AssetGraphList(props: {
  graph: AssetGraphView;
  entityRef: string;
}) {
  const { graph, entityRef } = props;
  const { t } = useTranslation();
  const { users, used, others } = splitAround(graph, entityRef);
  const center = graph.nodes.filter(node => node.entityRef === entityRef);
  return (
    <>
      <Nodes title={t('dependencies.users')} nodes={users} graph={graph} />
      <Nodes title={t('dependencies.thisAsset')} nodes={center} graph={graph} />
      <Nodes title={t('dependencies.used')} nodes={used} graph={graph} />
      <Nodes title={t('dependencies.others')} nodes={others} graph={graph} />
    </>
  );
}

function Nodes(props: {
  title: string;
  nodes: readonly Node[];
  graph: AssetGraphView;
}) {
  const { title, nodes, graph } = props;
  return nodes.length === 0 ? null : (
    <section aria-label={title}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {title}
      </Text>
      <ul className={styles.list} aria-label={title}>
        {nodes.map(node => (
          <Item key={node.entityRef} node={node} graph={graph} />
        ))}
      </ul>
    </section>
  );
}

function Item({ node, graph }: { node: Node; graph: AssetGraphView }) {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const links = joinLinks(graph, shared).filter(
    ({ from }) => from === node.entityRef,
  );
  const findTitle = (ref: string) =>
    graph.nodes.find(({ entityRef }) => entityRef === ref)?.title ?? ref;
  return (
    <li className={styles.item}>
      <EntityTitleLink {...node} weight="bold" />
      <Text variant="body-small" color="secondary">
        {describeNode(node, t)}
      </Text>
      <CriticalityBadge level={node.criticality} />
      {links.map(({ to, label }) => (
        <Text key={to}>
          {label} {findTitle(to)}
        </Text>
      ))}
    </li>
  );
}
