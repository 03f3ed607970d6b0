import {
  Checkbox,
  CheckboxGroup,
  Flex,
  NumberField,
  Select,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { ManualField } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { useManualTexts } from './useManualTexts';

/** The content of a form, by the names of its fields. */
export type Content = Readonly<Record<string, unknown>>;

type FieldProps = {
  field: ManualField;
  /** Names of the groups that the field is in. */
  path: readonly string[];
  value: unknown;
  onChange: (value: unknown) => void;
};

/** The fields of a type of manual evidence, or of a group. */
export function ManualFields(props: {
  fields: readonly ManualField[];
  path?: readonly string[];
  content: Content;
  onChange: (content: Content) => void;
}) {
  const { content, fields, onChange, path = [] } = props;
  return (
    <Flex direction="column" gap="4">
      {fields.map(field => (
        <Field
          key={field.name}
          field={field}
          path={path}
          value={content[field.name]}
          onChange={value => onChange({ ...content, [field.name]: value })}
        />
      ))}
    </Flex>
  );
}

function Field(props: FieldProps) {
  const { field, path, value, onChange } = props;
  const { nameField, nameRequired } = useManualTexts();
  const label = nameField(field, path);
  switch (field.kind) {
    case 'flag':
      return (
        <Checkbox isSelected={value === true} onChange={onChange}>
          {label}
        </Checkbox>
      );
    case 'choice':
    case 'choices':
      return <Choice {...props} />;
    case 'number':
      return (
        <NumberField
          label={label}
          minValue={0}
          isRequired={field.isRequired}
          secondaryLabel={nameRequired(field)}
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={onChange}
        />
      );
    case 'texts':
      return (
        <TextAreaField
          label={label}
          value={toLines(value)}
          onChange={text => onChange(text.split('\n'))}
        />
      );
    case 'group':
      return <Group {...props} />;
    default:
      return <OneLine {...props} />;
  }
}

function OneLine({ field, path, value, onChange }: FieldProps) {
  const { nameField, nameRequired } = useManualTexts();
  const types: Partial<Record<ManualField['kind'], string>> = {
    day: 'date',
    instant: 'datetime-local',
  };
  return (
    <TextField
      label={nameField(field, path)}
      type={(types[field.kind] ?? 'text') as 'text'}
      isRequired={field.isRequired}
      secondaryLabel={nameRequired(field)}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  );
}

function Choice({ field, path, value, onChange }: FieldProps) {
  const { nameField, nameRequired, nameValue } = useManualTexts();
  const { t } = useTranslation();
  const options = field.options.map(id => ({ id, label: nameValue(id) }));
  return field.kind === 'choice' ? (
    <Select
      label={nameField(field, path)}
      isRequired={field.isRequired}
      secondaryLabel={nameRequired(field)}
      placeholder={t('manual.choose')}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
      options={options}
    />
  ) : (
    <CheckboxGroup
      label={nameField(field, path)}
      value={Array.isArray(value) ? value : []}
      onChange={onChange}
    >
      {options.map(({ id, label }) => (
        <Checkbox key={id} value={id}>
          {label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function Group({ field, path, value, onChange }: FieldProps) {
  const { nameField } = useManualTexts();
  return (
    <div role="group" aria-label={nameField(field, path)}>
      <Flex direction="column" gap="3">
        <Text weight="bold">{nameField(field, path)}</Text>
        <ManualFields
          fields={field.fields}
          path={[...path, field.name]}
          content={(value as Content | undefined) ?? {}}
          onChange={onChange}
        />
      </Flex>
    </div>
  );
}

function toLines(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}
