import { Button, Flex } from '@backstage/ui';
import type { LoadedPages } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

/** Loads the next page of a list, if there is one. */
export function LoadMore({
  pages: { hasMore, isPending, loadMore },
}: {
  pages: Pick<LoadedPages<unknown>, 'hasMore' | 'isPending' | 'loadMore'>;
}) {
  const { t } = useTranslation();
  return hasMore ? (
    <Flex>
      <Button variant="secondary" isPending={isPending} onPress={loadMore}>
        {t('list.loadMore')}
      </Button>
    </Flex>
  ) : null;
}
