import '../tokens.css';
import '../office/office.css';
import { createRoot } from 'react-dom/client';
import { OfficeApp } from './OfficeApp.tsx';

createRoot(document.getElementById('root')!).render(<OfficeApp />);
