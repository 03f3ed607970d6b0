import { Text } from '@backstage/ui';
import type { ResultsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { describeCounts } from '../summary/describeCounts';
import { useTranslation } from '../translation/useTranslation';
import type { auditQuestionsMessages } from '../auditQuestions/auditQuestionsMessages';

/**
 * How many results have which status, and why the list is empty if it is.
 *
 * @param props.isControlNamed - all are of one control, whose title stands above
 */
export function ResultCounts(props: {
  view: ResultsView;
  isEmpty: boolean;
  isControlNamed: boolean;
}) {
  const { view, isEmpty, isControlNamed } = props;
  const { t } = useTranslation();
  return (
    <>
      {view.assets > 0 && (
        <Text>
          {t(
            isControlNamed
              ? 'auditQuestions.countsOfOne'
              : 'auditQuestions.counts',
            {
              counts: describeCounts(view.statuses, t),
            },
          )}
        </Text>
      )}
      {isEmpty && (
        <Text weight="bold">
          {t(`auditQuestions.nothing.${explainEmpty(view)}`)}
        </Text>
      )}
    </>
  );
}

/** An empty list only says that all is well if everything was assessed. */
function explainEmpty({
  assets,
  statuses,
}: Pick<
  ResultsView,
  'assets' | 'statuses'
>): keyof typeof auditQuestionsMessages.nothing {
  if (assets === 0) {
    return 'noAssets';
  }
  if (statuses['not-satisfied'] + statuses['not-assessed'] > 0) {
    return 'others';
  }
  return statuses.satisfied + statuses['risk-accepted'] > 0
    ? 'clean'
    : 'notApplicable';
}
