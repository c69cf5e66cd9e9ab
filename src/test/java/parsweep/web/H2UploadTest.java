package parsweep.web;

class H2UploadTest extends WithH2 implements UploadContract {}
