import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  sourceOperatePermission,
  type TargetView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useMay } from '../permissions/useMay';
import { ActionOutcome } from './ActionOutcome';
import { NoCollector } from './NoCollector';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { many } from './sourceWords';
import { StartBackfill } from './StartBackfill';
import { TargetItem } from './TargetItem';
import { useAction } from './useAction';

/** Repositories and pipelines a collector looks at. */
export function TargetsPanel(props: PanelProps) {
  return props.source.kinds.collects ? (
    <Targets {...props} />
  ) : (
    <NoCollector source={props.source} />
  );
}

function Targets({ source, onChange }: PanelProps) {
  const { allowed } = useMay(sourceOperatePermission);
  const { targets, action, collect } = useTargets({ source, onChange });
  const isListed = targets.items && targets.items.length > 0;
  return (
    <div className={styles.panel}>
      <div className={styles.actions}>
        {allowed && isListed && (
          <Button
            variant="secondary"
            isDisabled={action.isPending}
            onPress={() => collect()}
          >
            Collect all now
          </Button>
        )}
        <ActionOutcome of={action} />
      </div>
      <PagedList
        of="Targets"
        pages={targets}
        keyOf={({ target }) => target}
        empty={
          <Nothing title="No target yet">
            Targets are the repositories and pipelines that catalog entities
            name in their annotations. Annotate an entity with its repository,
            and the target is listed here within minutes.
          </Nothing>
        }
      >
        {target => (
          <TargetItem
            target={target}
            backfill={
              allowed && (
                <StartBackfill
                  source={source}
                  target={target.target}
                  onChange={onChange}
                />
              )
            }
            action={
              allowed && (
                <CollectNow
                  target={target}
                  isDisabled={action.isPending}
                  onPress={() => collect(target.target)}
                />
              )
            }
          />
        )}
      </PagedList>
    </div>
  );
}

function CollectNow(props: {
  target: TargetView;
  isDisabled: boolean;
  onPress: () => void;
}) {
  return (
    <Button
      variant="secondary"
      size="small"
      className={styles.button}
      isDisabled={props.isDisabled}
      aria-label={`Collect ${props.target.target} now`}
      onPress={props.onPress}
    >
      Collect now
    </Button>
  );
}

/** The targets of a source, and having one or all of them looked at. */
function useTargets({ source, onChange }: PanelProps) {
  const api = useApi(doraComplianceApiRef);
  const action = useAction();
  const targets = usePages(
    source.id,
    async cursor => (await api.readSource(source.id, { cursor })).targets,
    items => items.some(isDue),
  );
  const collect = (target?: string) =>
    action.run(async () => {
      const { queued } = await api.collectNow(source.id, { target });
      targets.reload();
      onChange();
      return queued === 0
        ? 'There is no target to collect.'
        : `${many(queued, 'target')} queued for collection.`;
    });
  return { targets, action, collect };
}

/** Whether its turn has come: the next answer will tell of it. */
function isDue({ dueAt }: TargetView): boolean {
  return new Date(dueAt).getTime() <= Date.now();
}
