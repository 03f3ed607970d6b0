import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex, Text } from '@backstage/ui';
import {
  type DeclarationProblem,
  findDeclaration,
  explainProblem,
  FunctionDeclaration,
  ProviderDeclaration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import surface from '../page/surface.module.css';
import styles from '../record/record.module.css';
import { useTranslation } from '../translation/useTranslation';
import { DeclaredValue } from './DeclaredValue';
import { Dependents } from './Dependents';

type FieldName = keyof (FunctionDeclaration & ProviderDeclaration);

const fields = {
  function: Object.keys(FunctionDeclaration.shape) as FieldName[],
  provider: Object.keys(ProviderDeclaration.shape) as FieldName[],
};

/**
 * What a business function or an ICT third-party provider declares, and which
 * assets depend on it.
 */
export function DeclaredCard() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const declaration = findDeclaration(entity);
  if (declaration.of === 'asset') {
    return <></>;
  }
  const declared: Record<string, unknown> = declaration.declared;
  return (
    <EntityInfoCard title={t(`declared.${declaration.of}`)}>
      <Flex direction="column" gap="4" className={surface.surface}>
        <Problems problems={declaration.problems} />
        <dl className={styles.fields}>
          {fields[declaration.of].map(name => (
            <div key={name} className={styles.field}>
              <dt>{t(`declared.field.${name}`)}</dt>
              <dd>
                {declared[name] === undefined ? (
                  <Missing name={name} />
                ) : (
                  <DeclaredValue value={declared[name]} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        <Dependents entity={entity} as={declaration.of} />
      </Flex>
    </EntityInfoCard>
  );
}

function Missing({ name }: { name: string }) {
  const { t } = useTranslation();
  const path = `spec.dora.${name}`;
  return (
    <Text color="secondary">
      {t('declared.add', { path: <code>{path}</code> })}
    </Text>
  );
}

function Problems({ problems }: { problems: readonly DeclarationProblem[] }) {
  const { t } = useTranslation();
  return problems.length === 0 ? null : (
    <Alert
      status="warning"
      icon
      title={t('declared.problems')}
      description={problems.map(problem => (
        <div key={problem.field}>{explainProblem(problem)}.</div>
      ))}
    />
  );
}
