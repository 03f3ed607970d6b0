import { Text } from '@backstage/ui';
import type { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';

/** Why there is nothing: no assets, nothing to do, nothing with this status, or nothing assessed yet. */
export function NoActions(props: {
  view: Pick<ActionsView, 'assets' | 'notSatisfied' | 'notAssessed'>;
  /** Whether the list is about the assets of a group or one asset. */
  isNarrowed?: boolean;
  /** Whether only one status is listed. */
  hasStatus?: boolean;
}) {
  const { view, isNarrowed = false, hasStatus = false } = props;
  const { t } = useTranslation();
  if (view.notSatisfied + view.notAssessed > 0) {
    return (
      <Text>{t(hasStatus ? 'action.noneOfStatus' : 'action.pending')}</Text>
    );
  }
  if (view.assets === 0) {
    return (
      <>
        <Text weight="bold">
          {t(isNarrowed ? 'action.noAssetsOfGroup' : 'action.noAssets')}
        </Text>
        <Text>{t('action.noAssetsExplanation')}</Text>
      </>
    );
  }
  return (
    <>
      <Text weight="bold">
        {t(isNarrowed ? 'action.nothingToDo' : 'action.nothing')}
      </Text>
      <Text>
        {t(isNarrowed ? 'action.nothingOfGroup' : 'action.nothingExplanation')}
      </Text>
    </>
  );
}
