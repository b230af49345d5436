import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportRegister } from '#console/api/register-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { FileField, type ReadFile } from '#console/fund/file-field.tsx';

const EXAMPLE = `kind,place,id,name_zh,name_en,fund,since,until,basis
place,yunhai/linjiang,,临江市,Linjiang,,1990-01-01,,
pool,yunhai/linjiang,linjiang,临江统筹区,Linjiang pool,,2021-01-01,,
member,,linjiang,,,tiaoji,2024-01-01,,`;

/** Takes in a whole register as CSV; every fault is named by row and field, and with one nothing is written. */
export function RegisterImport({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [file, setFile] = useState<ReadFile | undefined>();
  const take = useImportRegister();
  return (
    <form
      className="card"
      aria-label={t('office.register.import')}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== undefined) take.mutate({ fileName: file.name, csv: file.text });
      }}
    >
      <FileField
        label={t('office.register.file')}
        hint={t('office.register.fileHint')}
        onRead={(read) => {
          take.reset();
          setFile(read);
        }}
      />
      <pre className="note">{EXAMPLE}</pre>
      {take.isSuccess ? <p role="status">{t('office.register.imported', { ...take.data })}</p> : null}
      <FormActions
        submit={t('office.register.import')}
        isReady={file !== undefined && !take.isSuccess}
        action={take}
        onCancel={onClose}
        leave={take.isSuccess ? t('office.close') : t('office.cancel')}
      />
    </form>
  );
}
