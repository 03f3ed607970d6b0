import { Text } from '@backstage/ui';
import type { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';

/** Why there is nothing: no assets, nothing to do, or nothing with this status. */
export function NoActions(props: {
  view: Pick<ActionsView, 'assets' | 'notSatisfied' | 'notAssessed'>;
  /** Whether the list is about the assets of a group or one asset. */
  isNarrowed?: boolean;
}) {
  const { view, isNarrowed = false } = props;
  const { t } = useTranslation();
  if (view.notSatisfied + view.notAssessed > 0) {
    return <Text>{t('action.noneOfStatus')}</Text>;
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
