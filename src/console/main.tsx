import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from '#console/app/providers.tsx';
import '#console/app/global.css';
import '#console/app/print.css';
import '#console/i18n/setup.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
