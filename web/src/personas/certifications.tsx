import { Text, TextInput } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { CertificationInput } from '../generated/graphql.ts';
import { formatMonth } from '../language/format-date.ts';
import { words } from '../words/persona-lists.ts';
import { ListEditor } from './list-editor.tsx';
import type { ListKind } from './list-kind.ts';
import { Panel } from './panel.tsx';
import classes from './persona.module.css';
import { pick } from './use-fields.ts';
import { useListChanges } from './use-list-changes.ts';

const Certifications = graphql(`
  fragment Certifications on Persona {
    id
    certifications {
      id
      ...CertificationFields
    }
  }
`);

const CertificationFields = graphql(`
  fragment CertificationFields on Certification {
    id
    certificationName
    issuingOrganization
    dateObtained
    expirationDate
    credentialId
    verificationUrl
  }
`);

const AddCertification = graphql(`
  mutation AddCertification($parentId: ID!, $input: CertificationInput!) {
    added: addCertification(personaId: $parentId, input: $input) {
      id
      ...CertificationFields
    }
  }
`);

const UpdateCertification = graphql(`
  mutation UpdateCertification($id: ID!, $input: UpdateCertificationInput!) {
    updateCertification(id: $id, input: $input) {
      ...CertificationFields
    }
  }
`);

const RemoveCertification = graphql(`
  mutation RemoveCertification($id: ID!) {
    removeCertification(id: $id)
  }
`);

const ReorderCertifications = graphql(`
  mutation ReorderCertifications($parentId: ID!, $ids: [ID!]!) {
    reorderCertifications(parentId: $parentId, ids: $ids) {
      id
    }
  }
`);

const kind: ListKind<CertificationInput> = {
  typename: 'Certification',
  parent: 'Persona',
  field: 'certifications',
  isMatched: false,
  add: AddCertification,
  update: UpdateCertification,
  remove: RemoveCertification,
  reorder: ReorderCertifications,
};

const names = [
  'certificationName',
  'issuingOrganization',
  'dateObtained',
  'expirationDate',
  'credentialId',
  'verificationUrl',
] as const;
const start: CertificationInput = {
  certificationName: '',
  issuingOrganization: '',
  dateObtained: '',
  expirationDate: null,
  credentialId: null,
  verificationUrl: null,
};

interface CertificationListProps {
  readonly personaId: string;
  readonly persona: FragmentType<typeof Certifications>;
}

/** What somebody else has certified. */
export function CertificationList({ personaId, persona }: CertificationListProps) {
  const changes = useListChanges(kind, { personaId, parentId: personaId });
  return (
    <Panel title={words.certifications.title} hint={words.certifications.hint}>
      <ListEditor
        changes={changes}
        addLabel={words.certifications.add}
        label={words.certifications.title}
        items={unmask(CertificationFields, unmask(Certifications, persona).certifications)}
        empty={words.certifications.none}
        name={({ certificationName }) => certificationName}
        start={start}
        read={(certification) => pick(certification, names)}
        show={({ certificationName, issuingOrganization, dateObtained, expirationDate, credentialId }) => (
          <>
            <Text fw={600}>{certificationName}</Text>
            <Text size="sm" c="dimmed">
              {[
                issuingOrganization,
                formatMonth(dateObtained),
                expirationDate && words.certifications.until(formatMonth(expirationDate)),
                credentialId,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        )}
        fields={(bind) => (
          <div className={classes.fields}>
            <TextInput {...bind.text('certificationName')} label={words.certifications.name} required maxLength={255} />
            <TextInput
              {...bind.text('issuingOrganization')}
              label={words.certifications.issuer}
              required
              maxLength={255}
            />
            <TextInput {...bind.text('dateObtained')} label={words.certifications.obtained} type="date" required />
            <TextInput {...bind.optional('expirationDate')} label={words.certifications.expires} type="date" />
            <TextInput {...bind.optional('credentialId')} label={words.certifications.number} maxLength={100} />
            <TextInput
              {...bind.optional('verificationUrl')}
              label={words.certifications.check}
              type="url"
              placeholder="https://"
              maxLength={500}
            />
          </div>
        )}
      />
    </Panel>
  );
}
