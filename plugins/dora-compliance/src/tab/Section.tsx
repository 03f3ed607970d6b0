import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A part of the description of a control, under its heading. */
export function Section(props: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="1">
      <Text as="h3" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </Flex>
  );
}
