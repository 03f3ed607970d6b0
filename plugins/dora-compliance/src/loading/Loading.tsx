import { Flex, Skeleton } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';

/** A placeholder with the width and height of what is being loaded. */
export function Loading(props: {
  /** The heights of the blocks, which take the full width. */
  blocks: readonly number[];
  /** Whether a heading comes first. */
  hasHeading?: boolean;
}) {
  const { blocks, hasHeading = false } = props;
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="3" role="status" aria-label={t('loading')}>
      {hasHeading && <Skeleton height={32} width="40%" />}
      {blocks.map((height, index) => (
        <Skeleton key={`${index} ${height}`} height={height} width="100%" />
      ))}
    </Flex>
  );
}
