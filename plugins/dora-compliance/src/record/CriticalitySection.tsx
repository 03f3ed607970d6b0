import { Alert, Flex, Text } from '@backstage/ui';
import {
  type AssetRecordView,
  isDeclaredBelowComputed,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  BecausePath,
  CriticalityBadge,
  criticalityWords,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** How critical the asset is, and why. */
export function CriticalitySection({ record }: { record: AssetRecordView }) {
  const { criticality, because } = record;
  const { level, declared, computed } = criticality;
  return (
    <Flex direction="column" gap="2">
      <Flex align="center" gap="2">
        <CriticalityBadge level={level} />
      </Flex>
      {!level && (
        <Text>
          Neither it nor anything that uses it is classified. Add
          spec.dora.classification, or the business functions it supports.
        </Text>
      )}
      {because.length === 1 && (
        <Text>The asset itself declares this criticality.</Text>
      )}
      {because.length > 1 && <BecausePath steps={because} />}
      {isDeclaredBelowComputed(criticality) && declared && computed && (
        <Alert
          status="warning"
          icon
          title={`Declared ${words(declared)}, but used by what is ${words(
            computed,
          )}`}
          description="The criticality of what uses the asset takes precedence. Correct spec.dora.classification.criticality, or the links to what uses it."
        />
      )}
    </Flex>
  );
}

function words(level: keyof typeof criticalityWords): string {
  return criticalityWords[level].toLowerCase();
}
