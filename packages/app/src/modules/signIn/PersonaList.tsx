import {
  Alert,
  Box,
  Button,
  Card,
  CardBody,
  CardHeader,
  Text,
} from '@backstage/ui';
import type { Persona } from './readPersonas';
import styles from './signIn.module.css';

/** The people to sign in as. */
export function PersonaList(props: {
  title: string;
  personas: readonly Persona[];
  onChoose: (entityRef: string) => void;
}) {
  return (
    <main className={styles.page}>
      <Box mb="6">
        <Text as="h1" variant="title-medium">
          {props.title}
        </Text>
        <Text as="p" color="secondary">
          Choose who you are. This demo asks for no password.
        </Text>
      </Box>
      {props.personas.length === 0 && (
        <Alert
          status="danger"
          icon
          title="There is nobody to sign in as."
          description="List people in auth.providers.personas.users of the app-config, or use the sign-in of your organization."
        />
      )}
      <ul className={styles.list}>
        {props.personas.map(({ entityRef, name, role, team }) => (
          <li key={entityRef}>
            <Card>
              <CardHeader>
                <Text as="h2" variant="title-x-small">
                  {role}
                </Text>
              </CardHeader>
              <CardBody>
                <Text as="p">{name}</Text>
                <Text as="p" color="secondary">
                  {team}
                </Text>
                <Button
                  className={styles.enter}
                  aria-label={`Enter as ${name}, ${role}`}
                  onPress={() => props.onChoose(entityRef)}
                >
                  Enter
                </Button>
              </CardBody>
            </Card>
          </li>
        ))}
      </ul>
    </main>
  );
}
