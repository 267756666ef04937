import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';
import './answer.css';
import './sign-in.css';
import './narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createStorage } from './storage';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root element');

const endpoint = new URL('graphql', document.baseURI);

createRoot(root).render(
  <StrictMode>
    <App endpoint={endpoint} link={new URLSearchParams(location.search)} storage={createStorage()} />
  </StrictMode>,
);
