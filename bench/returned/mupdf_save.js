// MuPDF's own widgets and its own way to save: mutool run mupdf_save.js SOURCE TARGET BOXES (see poppler_save.py).

var source = scriptArgs[0], target = scriptArgs[1], listed = JSON.parse(scriptArgs[2]);
var pdf = new PDFDocument(source);
pdf.enableJS();
for (var i = 0; i < listed.length; ++i) {
  var box = listed[i], page = pdf.loadPage(box[0]), widgets = page.getWidgets(), height = (page.getBounds ? page.getBounds() : page.bound())[3];
  var across = (box[1] + box[3]) / 2, down = height - (box[2] + box[4]) / 2;
  for (var j = 0; j < widgets.length; ++j) {
    var edge = widgets[j].getRect();
    if (edge[0] <= across && across <= edge[2] && edge[1] <= down && down <= edge[3]) {
      if (box[5]) widgets[j].toggle();
      else widgets[j].setTextValue(box[6]);
      widgets[j].update();
    }
  }
}
pdf.save(target, "");
