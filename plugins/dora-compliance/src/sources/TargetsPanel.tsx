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
import { useTranslation } from '../translation/useTranslation';
import { ActionOutcome } from './ActionOutcome';
import { NoCollector } from './NoCollector';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { StartBackfill } from './StartBackfill';
import { TargetItem } from './TargetItem';
import { useAction } from './useAction';

/** The repositories and pipelines that a collector polls. */
export function TargetsPanel(props: PanelProps) {
  return props.source.kinds.collects ? (
    <Targets {...props} />
  ) : (
    <NoCollector source={props.source} />
  );
}

function Targets({ source, onChange }: PanelProps) {
  const { t } = useTranslation();
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
            {t('sourceAction.target.collectAll')}
          </Button>
        )}
        <ActionOutcome of={action} />
      </div>
      <PagedList
        what="targets"
        pages={targets}
        toKey={({ target }) => target}
        empty={
          <Nothing title={t('sourceAction.target.none')}>
            {t('sourceAction.target.noneExplanation')}
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
  const { t } = useTranslation();
  return (
    <Button
      variant="secondary"
      size="small"
      className={styles.button}
      isDisabled={props.isDisabled}
      aria-label={t('sourceAction.target.collectTarget', {
        target: props.target.target,
      })}
      onPress={props.onPress}
    >
      {t('sourceAction.target.collect')}
    </Button>
  );
}

/** The targets of a source, and polling one or all of them now. */
function useTargets({ source, onChange }: PanelProps) {
  const { t } = useTranslation();
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
        ? t('sourceAction.target.nothingToCollect')
        : t('sourceAction.target.collecting', { count: queued });
    });
  return { targets, action, collect };
}

/** Whether it is due: its figures will change soon. */
function isDue({ dueAt }: TargetView): boolean {
  return new Date(dueAt).getTime() <= Date.now();
}
