import { Flex, Skeleton } from '@backstage/ui';

/** Stands for what is being loaded, in its width and height. */
export function Loading(props: {
  /** The heights of the blocks, which take the full width. */
  blocks: readonly number[];
  /** Whether a heading comes first. */
  hasHeading?: boolean;
}) {
  const { blocks, hasHeading = false } = props;
  return (
    <Flex direction="column" gap="3" role="status" aria-label="Loading">
      {hasHeading && <Skeleton height={32} width="40%" />}
      {blocks.map((height, index) => (
        <Skeleton key={`${index} ${height}`} height={height} width="100%" />
      ))}
    </Flex>
  );
}
