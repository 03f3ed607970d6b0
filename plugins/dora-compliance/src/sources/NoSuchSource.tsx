import { Alert, Flex } from '@backstage/ui';
import { AllSourcesLink } from './AllSourcesLink';

/** What is said of a source that is not there, or not any more. */
export function NoSuchSource({ id }: { id: string }) {
  return (
    <Flex direction="column" gap="3">
      <AllSourcesLink />
      <Alert
        status="info"
        icon
        title="No such source"
        description={`No source with the id ${id} is installed in this Backstage.`}
      />
    </Flex>
  );
}
