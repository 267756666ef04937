import '@fontsource-variable/geist';
import './styles/page.css';
import './styles/panels.css';
import './styles/table.css';
import './styles/board.css';
import './styles/tenants.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root element');

// The page is at `dashboard/`, beside `graphql`, whatever is before both.
const endpoint = new URL('../graphql', document.baseURI);

createRoot(root).render(
  <StrictMode>
    <App endpoint={endpoint} />
  </StrictMode>,
);
